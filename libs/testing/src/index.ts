export { answersTo } from './answers.js';
export { organisations, people, type PersonName } from './people.js';
export { policyOfCharter } from './policies.js';
export { Rehearsal, rehearsalStart } from './rehearsal.js';
export { openingIdea, sampleBodies } from './sample-bodies.js';
export { agreeText, fileIn } from './story.js';
export { followedFor, RecordedRehearsal } from './years.js';
export { refusedAlone, tasksOf } from './then.js';
