import { sha256Hex, type Actor, type StreamCommand, type SurveyTraits } from '@palabre/contracts';
import { asRehearsal, StreamRehearsal, type PersonName } from '@palabre/testing';
import type { Told } from './rebuild-proof.js';

export type CampaignFile = StreamRehearsal<'campaign'>;

/** Nobody known, with an invitation. */
const invited: Actor = { person: 'respondent', organisation: 'invited', roles: ['respondent'] };

const question = (id: string, keepDoing?: boolean) => ({
  id,
  kind: 'scale' as const,
  asks: { fr: `Question ${id} ?`, en: `Question ${id}?` },
  ...(keepDoing === undefined ? {} : { keepDoing }),
});

const opening: StreamCommand<'campaign', 'OpenSurveyCampaign'>['data'] = {
  title: 'Écoute 2027',
  scale: { lowest: 1, highest: 5 },
  questions: [question('respect', true), question('speed'), { id: 'words', kind: 'text', asks: { fr: 'Dites-nous', en: 'Tell us' } }],
  dimensions: [{ name: 'country', values: ['SN', 'ML', 'FR'] }],
  closesAt: '2027-02-28T23:59:59.999Z',
  ...asRehearsal,
};

/** A campaign open to answers. */
export const openCampaign = (id: string, more: Partial<typeof opening> = {}, who: PersonName | Actor = 'hqOps'): CampaignFile =>
  new StreamRehearsal('campaign', id).must(who, 'OpenSurveyCampaign', { ...opening, ...more }).must(who, 'IssueInvitations', {
    hashes: Array.from({ length: 20 }, (_, place) => sha256Hex(`token-${place}`)),
  });

/** Respondents of one country, each with a score for `respect` and for `speed`. */
export function answered(
  file: CampaignFile,
  country: SurveyTraits['country'],
  scores: readonly (readonly [number, number])[],
  from = 0,
): CampaignFile {
  scores.forEach(([respect, speed], place) => {
    const traits: SurveyTraits = country === undefined ? {} : { country };
    file.must(invited, 'AnswerSurvey', {
      invitation: sha256Hex(`token-${from + place}`),
      answers: { respect, speed, words: 'Bien.' },
      traits,
    });
  });
  return file;
}

/** Campaign zero of the charter, as its report tells it. */
export const campaignZero = (id: string): CampaignFile =>
  new StreamRehearsal('campaign', id).must('hqOps', 'RecordSurveyBaseline', {
    title: 'Enquête de mai 2018',
    month: '2018-05',
    scale: { lowest: 1, highest: 5 },
    meanHundredths: 300,
    responses: 61,
    countries: 25,
    respondents: 'not-stated',
    ...asRehearsal,
  });

const five = (respect: number, speed: number) => Array.from({ length: 5 }, () => [respect, speed] as const);

/** Opened, answered from two countries and closed: what surveys are rebuilt from. */
export function campaignHistory(id: string): Told {
  const file = answered(answered(openCampaign(id), 'SN', five(4, 2)), 'ML', five(5, 3), 5);
  file.must('hqOps', 'CloseSurveyCampaign', {});
  return { envelopes: file.events };
}
