import type { OwnedStreamKind } from '@palabre/contracts';
import type { WordKey } from '../words/words.js';
import { charterShow } from './charter.command.js';
import type { CommandRow, OptionRow } from './command-row.js';
import { openCharterSurvey } from './charter-survey.js';
import { answerSurvey, askingWhyNot, beginning, doing, invite, listingActions, showing, survey } from './noun-requests.js';
import { requestOptions } from './request.js';

interface Noun {
  readonly noun: string;
  readonly kind: OwnedStreamKind;
  /** How one begins: what people type, and the command that it stands for. */
  readonly begins: readonly { readonly verb: string; readonly type: string; readonly says: WordKey }[];
  /** An example of what may be asked of it. */
  readonly asked: string;
  /** How one is shown, where there is more to show than where it stands. */
  readonly shown?: Pick<CommandRow, 'says' | 'options' | 'example' | 'run'>;
}

const nouns: readonly Noun[] = [
  {
    noun: 'organisations',
    kind: 'organisation',
    begins: [{ verb: 'register', type: 'RegisterOrganisation', says: 'help.organisations.register' }],
    asked: 'ChangeProfile',
  },
  {
    noun: 'charters',
    kind: 'charter',
    begins: [{ verb: 'draft', type: 'DraftCharter', says: 'help.charters.draft' }],
    asked: 'ProposeClause',
    shown: charterShow,
  },
  {
    noun: 'campaigns',
    kind: 'campaign',
    begins: [
      { verb: 'open', type: 'OpenSurveyCampaign', says: 'help.campaigns.open' },
      { verb: 'baseline', type: 'RecordSurveyBaseline', says: 'help.campaigns.baseline' },
    ],
    asked: 'CloseSurveyCampaign',
  },
];

const dataOption: OptionRow = { flags: '--data <json>', says: 'option.data' };

function rowsOf({ noun, kind, begins, asked, shown }: Noun): readonly CommandRow[] {
  const example = (verb: string, rest: string): string => `palabre ${noun} ${verb} ${rest}`;
  const name = (verb: string): string => `${noun} ${verb}`;
  return [
    ...begins.map(({ verb, type, says }) => ({
      name: name(verb),
      args: [],
      says,
      options: [dataOption, ...requestOptions],
      example: example(verb, '--data @file.json'),
      run: beginning(kind, type),
    })),
    {
      name: name('show'),
      args: ['<id>'],
      ...(shown ?? { says: 'help.noun.show', options: [], example: example('show', 'ID'), run: showing(kind) }),
    },
    {
      name: name('do'),
      args: ['<id>', '<command>'],
      lists: kind,
      says: 'help.noun.do',
      options: [dataOption, ...requestOptions],
      example: example('do', `ID ${asked} --data @file.json`),
      run: doing(kind),
    },
    {
      name: name('actions'),
      args: ['<id>'],
      says: 'help.noun.actions',
      options: [{ flags: '--all', says: 'option.allActions' }],
      example: example('actions', 'ID'),
      run: listingActions(kind),
    },
    {
      name: name('why-not'),
      args: ['<id>', '<command>'],
      says: 'help.noun.whyNot',
      options: [dataOption],
      example: example('why-not', `ID ${asked}`),
      run: askingWhyNot(kind),
    },
  ];
}

const surveyCommands: readonly CommandRow[] = [
  {
    name: 'campaigns from',
    args: ['<charter>'],
    says: 'help.campaigns.from',
    options: [dataOption, ...requestOptions],
    example: `palabre campaigns from alert --data '{"title":"2027","closesAt":"2027-06-30T12:00:00.000Z"}'`,
    run: openCharterSurvey,
  },
  {
    name: 'campaigns invite',
    args: ['<id>'],
    says: 'help.campaigns.invite',
    options: [{ flags: '--count <count>', says: 'option.count' }, ...requestOptions],
    example: 'palabre campaigns invite ID --count 20',
    run: invite,
  },
  {
    name: 'campaigns survey',
    args: ['<id>'],
    says: 'help.campaigns.survey',
    options: [],
    example: 'palabre campaigns survey ID',
    run: survey,
  },
  {
    name: 'campaigns answer',
    args: ['<id>'],
    says: 'help.campaigns.answer',
    options: [
      { flags: '--invitation <token>', says: 'option.invitation' },
      { flags: '--data <json>', says: 'option.surveyData' },
      ...requestOptions,
    ],
    example: 'palabre campaigns answer ID --invitation TOKEN --data @answers.json',
    run: answerSurvey,
  },
];

export const nounCommands: readonly CommandRow[] = [...nouns.flatMap(rowsOf), ...surveyCommands];
