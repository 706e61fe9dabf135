export { answersTo } from './answers.js';
export { organisations, people, type PersonName } from './people.js';
export { policyOfCharter } from './policies.js';
export { Rehearsal, rehearsalStart } from './rehearsal.js';
export { agreeText, fileIn, sampleBodies } from './story.js';
