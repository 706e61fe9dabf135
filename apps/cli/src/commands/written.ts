import type { FreeText, Money } from '@palabre/contracts';
import type { Session } from '../session.js';
import { amountText } from '../terminal/amounts.js';

/** A written text on one line; a sealed one says that it is. */
export const textIn = ({ say }: Session, text: FreeText | null): string =>
  text === null ? '' : typeof text === 'string' ? text : say('history.sealed');

/** An amount in the person's way of writing it: minor units become units of the currency. */
export const moneyIn = ({ terminal }: Session, money: Money): string => amountText(terminal.language, money);
