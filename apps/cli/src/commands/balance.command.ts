import type { BalanceView } from '../api/balance-view.js';
import { ofPartnership } from '../api/view-api.js';
import { show } from '../session.js';
import { balanceLines } from './balance-lines.js';
import { argument, textOption, type CommandRow } from './command-row.js';

export const balanceCommands: readonly CommandRow[] = [
  {
    name: 'balance',
    args: ['<id>'],
    says: 'help.balance',
    options: [{ flags: '--year <year>', says: 'option.year' }],
    example: 'palabre balance ID --year 2026',
    run: async (session, typed) => {
      const year = textOption(typed, 'year');
      const filter = year === null ? {} : { year };
      const view = await session.api.views.document<BalanceView>(session.as, ofPartnership(argument(typed, 0), 'balance'), filter);
      show(session, view, () => balanceLines(session, view));
    },
  },
];
