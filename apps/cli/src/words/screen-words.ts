import { pair } from './pair.js';

/** Names compared with a sanctions list. */
export const screenWords = {
  'help.screen': pair(
    'Comparer des noms, un par ligne, avec une liste de sanctions ; une ressemblance est une question pour une personne',
    'Compare names, one a line, with a sanctions list; a resemblance is a question for a person',
  ),
  'option.sanctionsList': pair(
    'fichier de la liste, au format des Nations unies, de l’Union européenne ou de l’OFAC',
    'file of the list, in the format of the United Nations, the European Union or OFAC',
  ),
  'option.listName': pair('identifiant de la liste ; sinon celui de son format', 'id of the list; otherwise that of its format'),
  'option.recordScreening': pair(
    'enregistrer le passage, sans aucun nom, pour cette organisation du registre',
    'record the screening, without any name, for this organisation of the register',
  ),
  'option.screeningSecret': pair(
    'fichier du secret de l’installation, avec lequel les noms deviennent des empreintes',
    'file of the secret of the installation, with which names become hashes',
  ),
  'screen.list': pair('Liste {format}, édition {issued} : {entries} entrées.', 'List {format}, issue {issued}: {entries} entries.'),
  'screen.near': pair('{name} : {count} ressemblance(s)', '{name}: {count} resemblance(s)'),
  'screen.summary': pair('{asked} nom(s) comparé(s), {near} à regarder.', '{asked} name(s) compared, {near} to be looked at.'),
  'screen.question': pair(
    'Regarder chacune : une fausse ressemblance se retient (RememberFalseMatch), une vraie se confirme (ConfirmScreeningMatch).',
    'Look at each: a false resemblance is remembered (RememberFalseMatch), a true one is confirmed (ConfirmScreeningMatch).',
  ),
  'screen.noNames': pair('{file} ne contient aucun nom.', '{file} holds no name.'),
  'screen.noNamesNext': pair('Écrire un nom par ligne.', 'Write one name a line.'),
  'screen.unreadableList': pair('La liste {file} ne se lit pas : {mistake}.', 'The list {file} cannot be read: {mistake}.'),
  'screen.unreadableListNext': pair(
    'La télécharger de nouveau, entière ; rien n’a été comparé.',
    'Download it again, whole; nothing was compared.',
  ),
  'screen.shortSecret': pair('Le secret a moins de 16 caractères.', 'The secret has less than 16 characters.'),
  'screen.shortSecretNext': pair(
    'Prendre le secret de l’installation, toujours le même : sinon les fausses ressemblances retenues ne servent plus.',
    'Take the secret of the installation, always the same: otherwise remembered false resemblances are of no use.',
  ),
};
