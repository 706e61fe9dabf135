import type { Mechanism } from '../mechanism.js';
import { calendarMechanism } from './calendar/index.js';
import { commitmentMechanism } from './commitment/index.js';
import { declarationMechanism } from './declaration/index.js';
import { formMechanism } from './form/index.js';
import { frameMechanism } from './frame/index.js';
import { ideaMechanism } from './idea/index.js';
import { journalMechanism } from './journal/index.js';
import { lineMechanism } from './line/index.js';
import { meetingMechanism } from './meeting/index.js';
import { moneyMechanism } from './money/index.js';
import { partiesMechanism } from './parties/index.js';
import { phaseMechanism } from './phase/index.js';
import { signOffMechanism } from './sign-off/index.js';
import { taskMechanism } from './task/index.js';
import { textMechanism } from './text/index.js';
import { transferMechanism } from './transfer/index.js';
import { voiceMechanism } from './voice/index.js';

/** The mechanisms in force. Every command is decided, and every event applied, by exactly one of them. */
export const mechanisms: readonly Mechanism[] = [
  phaseMechanism,
  ideaMechanism,
  declarationMechanism,
  partiesMechanism,
  frameMechanism,
  transferMechanism,
  textMechanism,
  formMechanism,
  signOffMechanism,
  lineMechanism,
  commitmentMechanism,
  moneyMechanism,
  meetingMechanism,
  journalMechanism,
  voiceMechanism,
  taskMechanism,
  calendarMechanism,
];
