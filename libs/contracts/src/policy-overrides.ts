import { z } from 'zod';
import { decisionRules, policySwitches } from './policy-settings.js';
import { calendarSpan, timerKeys } from './policy.js';
import { gateIds, gateStrengths, type GateId } from './vocabulary/gates.js';

/**
 * Gates that hold for every type whatever the parties agree: the lines, the partner's language, and the obligations of
 * signing, validating and accounting (requirements, "Rules that apply to every type"). The others may be adapted (PMP-59).
 */
export const gatesBeyondAgreement = ['RED', 'ORANGE', 'LANGUAGE', 'CONTENT', 'CD', 'SIGNATORY', 'ACCOUNT'] as const satisfies GateId[];

type GateBeyondAgreement = (typeof gatesBeyondAgreement)[number];

const isAdaptable = (gate: GateId): gate is Exclude<GateId, GateBeyondAgreement> => !gatesBeyondAgreement.some(fixed => fixed === gate);

const keyed = <T extends 'gates' | 'timers', N extends string>(table: T, names: readonly N[]): `${T}.${N}`[] =>
  names.map((name): `${T}.${N}` => `${table}.${name}`);

const rules = policySwitches.shape;

const setting = <K extends string, V extends z.ZodType>(key: K, value: V) => z.strictObject({ key: z.literal(key), value });

/**
 * One value of the policy that the parties adapt for their own partnership (PMP-59, flow X9): the closed list of what
 * may be adapted, and the values that fit. Who the parties are, what the type is, lines and forms are not in it.
 */
export const policyOverride = z.discriminatedUnion('key', [
  z.strictObject({ key: z.enum(keyed('gates', gateIds.filter(isAdaptable))), value: z.enum(gateStrengths) }),
  z.strictObject({ key: z.enum(keyed('timers', timerKeys)), value: calendarSpan }),
  setting('decisionRule', z.enum(decisionRules)),
  setting('questionQuota', z.int().min(0)),
  setting('switches.ownLimits', rules.ownLimits),
  setting('switches.minSectorsWarning', rules.minSectorsWarning),
  setting('switches.fundingWarning', rules.fundingWarning),
  setting('switches.overheadLine', rules.overheadLine),
  setting('switches.roleTable', rules.roleTable),
  setting('switches.contentSharedTo', rules.contentSharedTo),
  setting('switches.signingOrder', rules.signingOrder),
  setting('switches.powerMap', rules.powerMap),
  setting('switches.rolesBeforeBudget', rules.rolesBeforeBudget),
  setting('switches.budgetLines', rules.budgetLines),
  setting('switches.changeWithoutResignature', rules.changeWithoutResignature),
  setting('switches.northSouth', rules.northSouth),
  setting('switches.practices', rules.practices.unwrap()),
]);

export type PolicyOverride = z.infer<typeof policyOverride>;

export type PolicyOverrideKey = PolicyOverride['key'];

/** Every key that may be adapted. */
export const policyOverrideKeys: readonly PolicyOverrideKey[] = policyOverride.options.flatMap(({ shape }) =>
  shape.key instanceof z.ZodEnum ? shape.key.options : [...shape.key.values],
);
