import type { Phase, TextKind } from '@palabre/contracts';
import { sampleModes } from '../asked.js';
import { fileIn } from '../story.js';
import { agreeText } from '../together.js';
import type { GateTrial } from './gate-trial.js';

const answers: readonly string[] = ['TranslateText', 'AcceptText'];

/** Nobody accepts what it cannot read; but where silence is a yes, a text comes to be agreed that nobody has translated. */
export const bySilence = (kind: TextKind, to: Phase): Required<Pick<GateTrial, 'story' | 'leftOut' | 'trouble'>> => ({
  story: file => {
    agreeText(fileIn('co-construction', file), 'operating-modes', {
      ...sampleModes,
      decisions: { rule: 'no-objection', how: 'Qui se tait consent.' },
    });
    fileIn(to, file);
  },
  leftOut: ({ type, data }) => answers.includes(type) && (data as { readonly kind?: unknown }).kind === kind,
  trouble: file => file.advanceTo('2027-02-20'),
});
