import { builtInCharter, resolveStreamSettings } from '@palabre/charters';
import type { StreamSettings } from '@palabre/contracts';

/** What a new organisation, charter or campaign will live by: a charter's own figures when it is named by its code. */
export type SettingsFor = (charterCode: string | null) => StreamSettings;

/** Injection token of `SettingsFor`. */
export const settingsFor = Symbol('SettingsFor');

/** Figures of the charters that come with Palabre, and those that the engine proposes. */
export const builtInSettings: SettingsFor = code => resolveStreamSettings(code === null ? null : builtInCharter(code));
