import type { EventData } from '@palabre/contracts';
import { filePart, type PartHandlers } from '../file-part.js';

type Minutes = EventData<'IntroductionHeld'>;

interface HeldView extends Minutes {
  readonly what: 'introduction' | 'planning' | 'meeting' | 'closing';
  readonly kind?: string;
  readonly purpose?: string;
}

export interface MeetingsDoc {
  readonly calendar: EventData<'MeetingCalendarAgreed'> | null;
  readonly contacts: readonly EventData<'ContactHeld'>[];
  readonly held: readonly HeldView[];
  /** Days on which a meeting was due and none was held; one that is told later takes its day back (MDM-18). */
  readonly missed: readonly string[];
  readonly statusPoints: readonly EventData<'StatusPointRecorded'>[];
  readonly statusReportsOverdue: readonly string[];
}

const holds =
  (what: HeldView['what']) =>
  (doc: MeetingsDoc, { data }: { readonly data: Minutes }): MeetingsDoc => ({ ...doc, held: [...doc.held, { what, ...data }] });

const on: PartHandlers<MeetingsDoc> = {
  ContactHeld: (doc, { data }) => ({ ...doc, contacts: [...doc.contacts, data] }),
  IntroductionHeld: holds('introduction'),
  PlanningMeetingHeld: holds('planning'),
  MeetingHeld: (doc, event) => {
    const { takesBack, ...held } = event.data;
    return { ...holds('meeting')(doc, { data: held }), missed: doc.missed.filter(slot => slot !== takesBack) };
  },
  ClosingConversationHeld: holds('closing'),
  MeetingCalendarAgreed: (doc, { data }) => ({ ...doc, calendar: data }),
  MeetingMissed: (doc, { data }) => ({ ...doc, missed: [...doc.missed, data.slot] }),
  StatusPointRecorded: (doc, { data }) => ({ ...doc, statusPoints: [...doc.statusPoints, data] }),
  StatusReportOverdue: (doc, { data }) => ({ ...doc, statusReportsOverdue: [...doc.statusReportsOverdue, data.slot] }),
};

export const meetingsPart = filePart<MeetingsDoc>(
  'meetings',
  { calendar: null, contacts: [], held: [], missed: [], statusPoints: [], statusReportsOverdue: [] },
  on,
);
