import type { OpenTask } from '@palabre/contracts';

/** What a task is about: the text with the version that an answer binds to, or the reference it carries; null when its title says it all. */
export const aboutOf = ({ subject, about }: Pick<OpenTask, 'subject' | 'about'>): string | null =>
  subject === null ? about : `${subject.kind} v${subject.version}`;
