/**
 * A small list with invented names, in the format of the United Nations: for the demonstration and for tests. It says
 * nothing about anybody. `data/` lies beside `src` and `dist`, so the same path holds for both.
 */
export const sampleListUrl = new URL('../data/sample-list.xml', import.meta.url);
