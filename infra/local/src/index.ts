export { silentLog, terminalLog, type Log } from './log.js';
export { DataFolderInUse, startServers, type RunningServers, type ServerName } from './servers/start-servers.js';
export { startStack, type ServerAddresses, type Stack, type StackOptions } from './supervisor/stack.js';
export { readStackFile, type StackAddresses, type StackFile } from './supervisor/stack-file.js';
export type { ProgramName } from './supervisor/programs.js';
export type { AccountsFile, AccountWithSecret, DemoAccount } from './identity/accounts.js';
export { serversGiven } from './servers/addresses.js';
