import type { Localized } from '@palabre/contracts';

interface ExitCode {
  readonly code: number;
  readonly says: Localized;
}

const exit = (code: number, fr: string, en: string): ExitCode => ({ code, says: { fr, en } });

/** Every exit code of `palabre`, for scripts. `--help` prints this table. */
export const exitCodes = {
  done: exit(0, 'fait', 'done'),
  failed: exit(1, 'échec, ou vérification non égale', 'failed, or a verification that is not equal'),
  'bad-input': exit(2, 'saisie, fichier ou données à corriger ; rien n’a commencé', 'input, file or data to correct; nothing was started'),
  refused: exit(3, 'refusé par le partenariat, avec la règle', 'refused by the partnership, with the rule'),
  'not-permitted': exit(4, 'identité non établie, ou pas autorisé', 'identity not established, or not allowed'),
  unreachable: exit(5, 'Palabre ne répond pas', 'Palabre does not answer'),
  interrupted: exit(130, 'interrompu (Ctrl-C) ; reprendre avec la même commande', 'interrupted (Ctrl-C); resume with the same command'),
} as const satisfies Record<string, ExitCode>;

export type ExitName = keyof typeof exitCodes;
