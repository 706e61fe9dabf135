import { pair } from './pair.js';

/** What went wrong, and what to do next. */
export const troubleWords = {
  'trouble.rule': pair('règle {rule}', 'rule {rule}'),
  'trouble.next': pair('À faire : {next}', 'Next: {next}'),
  'trouble.unexpected': pair('Palabre a rencontré une erreur imprévue : {message}', 'Palabre met an unexpected error: {message}'),
  'trouble.unexpectedNext': pair(
    'Réessayez ; si cela dure, signalez-la avec la commande tapée.',
    'Try again; if it lasts, report it with the command you typed.',
  ),
  'trouble.interrupted': pair('Interrompu.', 'Interrupted.'),
  'trouble.interruptedNext': pair(
    'Relancez la même commande : ce qui est fait n’est pas refait.',
    'Run the same command again: what is done is not done twice.',
  ),
  'trouble.fileUnreadable': pair('Le fichier {file} ne se lit pas.', 'The file {file} cannot be read.'),
  'trouble.fileUnreadableNext': pair('Vérifiez le chemin et les droits de lecture.', 'Check the path and its read permission.'),
  'trouble.noStack': pair('Aucune installation de Palabre n’est connue ici.', 'No running Palabre is known here.'),
  'trouble.noStackNext': pair(
    'Démarrez-la (`npm start`), ou donnez PALABRE_STACK (fichier stack.json), ou PALABRE_GATEWAY_URL, PALABRE_READ_URL et PALABRE_ISSUER.',
    'Start it (`npm start`), or set PALABRE_STACK (a stack.json file), or PALABRE_GATEWAY_URL, PALABRE_READ_URL and PALABRE_ISSUER.',
  ),
  'trouble.stackBroken': pair(
    'Le fichier {file} ne décrit pas une installation de Palabre.',
    'The file {file} does not describe a running Palabre.',
  ),
  'trouble.noAccount': pair('Le compte « {account} » n’existe pas ici.', 'There is no account “{account}” here.'),
  'trouble.noAccountNext': pair('Comptes connus : {accounts}.', 'Known accounts: {accounts}.'),
  'trouble.noSecret': pair(
    'Aucun moyen d’obtenir un jeton pour le compte « {account} ».',
    'There is no way to get a token for the account “{account}”.',
  ),
  'trouble.noSecretNext': pair(
    'Donnez PALABRE_ACCOUNTS (fichier des comptes) ou PALABRE_TOKEN (jeton).',
    'Set PALABRE_ACCOUNTS (the accounts file) or PALABRE_TOKEN (a token).',
  ),
  'trouble.tokenRefused': pair(
    'Le fournisseur d’identité refuse un jeton au compte « {account} ».',
    'The identity provider refuses a token to the account “{account}”.',
  ),
  'trouble.tokenRefusedNext': pair(
    'Le secret a pu changer : redémarrez, ou vérifiez le fichier des comptes.',
    'The secret may have changed: restart, or check the accounts file.',
  ),
  'trouble.unreachable': pair('{server} ne répond pas ({address}).', '{server} does not answer ({address}).'),
  'trouble.unreachableNext': pair(
    'Vérifiez que Palabre tourne (`npm start`), puis relancez la même commande.',
    'Check that Palabre is running (`npm start`), then run the same command again.',
  ),
  'trouble.waiting': pair('{server} ne répond pas encore, nouvel essai…', '{server} does not answer yet, trying again…'),
  'trouble.behind': pair(
    'Le service de lecture n’a pas encore atteint la version {version}.',
    'The reading service has not reached version {version} yet.',
  ),
  'trouble.behindNext': pair(
    'Relancez la même commande ; si cela dure, voyez `palabre parked` et l’état du service de lecture.',
    'Run the same command again; if it lasts, see `palabre parked` and the health of the reading service.',
  ),
  'trouble.notUnderstood': pair(
    '{server} a donné une réponse que cette version ne comprend pas.',
    '{server} gave an answer that this version does not understand.',
  ),
  'trouble.notUnderstoodNext': pair(
    'Installez la même version de `palabre` et du serveur.',
    'Use the same version of `palabre` and of the server.',
  ),
  'trouble.json': pair('--data n’est pas un objet JSON lisible : {message}', '--data is not a readable JSON object: {message}'),
  'trouble.jsonNext': pair('Donnez un objet JSON, ou @fichier.json.', 'Give a JSON object, or @file.json.'),
  'trouble.unknownCommand': pair('La commande « {name} » n’existe pas.', 'There is no command “{name}”.'),
  'trouble.didYouMean': pair('Vouliez-vous dire « {nearest} » ?', 'Did you mean “{nearest}”?'),
  'trouble.seeHelp': pair('Voyez `{help}`.', 'See `{help}`.'),
  'trouble.unknownOption': pair('L’option « {name} » n’existe pas.', 'There is no option “{name}”.'),
  'trouble.missingArgument': pair('Il manque l’argument « {name} ».', 'The argument “{name}” is missing.'),
  'trouble.missingValue': pair('L’option « {name} » demande une valeur.', 'The option “{name}” needs a value.'),
  'trouble.tooMany': pair('Il y a plus d’arguments que prévu.', 'There are more arguments than expected.'),
  'trouble.usage': pair('La commande n’est pas comprise : {message}', 'The command is not understood: {message}'),
  'trouble.badValue': pair('« {value} » ne convient pas pour {name}.', '“{value}” does not fit {name}.'),
  'trouble.expected': pair('Attendu : {expected}.', 'Expected: {expected}.'),
  'trouble.noTask': pair(
    'La tâche « {task} » n’est pas dans la corbeille de {account}.',
    'The task “{task}” is not in the inbox of {account}.',
  ),
  'trouble.noTaskNext': pair('Voyez `palabre tasks --as {account}`.', 'See `palabre tasks --as {account}`.'),
  'trouble.oneVerdict': pair(
    'Il faut un verdict, et un seul : --grant, --refuse ou --contest.',
    'One verdict is needed, and only one: --grant, --refuse or --contest.',
  ),
  'trouble.noSuchVerdict': pair('Cette tâche ne se décide pas avec --{verdict}.', 'This task is not decided with --{verdict}.'),
  'trouble.verdictsOpen': pair('Verdicts possibles : {verdicts}.', 'Possible verdicts: {verdicts}.'),
  'trouble.missing': pair('Pas encore ; il manque {count} choses', 'Not yet; {count} things are missing'),
  'trouble.actInstead': pair(
    'Cette tâche attend un acte : {acts}. Faites-le avec `palabre do {id} {command} --data @fichier.yaml`.',
    'This task waits for an act: {acts}. Do it with `palabre do {id} {command} --data @file.yaml`.',
  ),
  'trouble.noVerdicts': pair(
    'Cette tâche attend un acte, pas un verdict : voyez `palabre show {id}`, puis `palabre do {id} …`.',
    'This task waits for an act, not for a verdict: see `palabre show {id}`, then `palabre do {id} …`.',
  ),
  'trouble.verdictNeeds': pair('Le verdict demande encore : {fields}.', 'The verdict still needs: {fields}.'),
  'trouble.verdictNeedsReason': pair('Ajoutez --reason "…".', 'Add --reason "…".'),
  'trouble.nameParticipants': pair(
    `Nommez qui a pris part, par la référence de chaque personne : palabre decide {task} --grant --data '{"participants":["{person}","…"]}' --as {account}`,
    `Name who took part, by the reference of each person: palabre decide {task} --grant --data '{"participants":["{person}","…"]}' --as {account}`,
  ),
  'trouble.verdictNeedsData': pair('Ajoutez --data avec ces champs.', 'Add --data with these fields.'),
  'trouble.notEqual': pair(
    'Le registre, le moteur et les vues ne disent pas la même chose.',
    'Ledger, engine and views do not say the same.',
  ),
  'trouble.notEqualNext': pair(
    'Lancez `palabre parked` puis `palabre rebuild`, et vérifiez de nouveau.',
    'Run `palabre parked`, then `palabre rebuild`, and verify again.',
  ),
  'trouble.noCharter': pair(
    '« {charter} » n’est ni le code d’une charte livrée avec Palabre, ni un fichier lisible.',
    '“{charter}” is neither the code of a charter that comes with Palabre nor a readable file.',
  ),
  'trouble.noCharterNext': pair('Codes connus : {codes}.', 'Known codes: {codes}.'),
  'trouble.noSurvey': pair('La charte « {charter} » n’a pas d’enquête.', 'The charter “{charter}” has no survey.'),
  'trouble.noSurveyNext': pair(
    'Dire les questions soi-même (palabre campaigns open --data).',
    'Say the questions yourself (palabre campaigns open --data).',
  ),
  'trouble.rebuildFailed': pair(
    'La reconstruction de « {model} » n’a pas donné les mêmes lignes.',
    'Rebuilding “{model}” did not give the same rows.',
  ),
} as const;
