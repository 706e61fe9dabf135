const isWords = path => path.isStringLiteral() || path.isTemplateLiteral();

const isSaid = path => path.isCallExpression() && path.node.callee.type === 'Identifier' && path.node.callee.name === 'say';

/** Sentences in French and English are proofread, not tested letter by letter; what they are about is tested by rule and code. */
const shouldIgnore = path => (isWords(path) && path.findParent(isSaid) !== null ? 'words for people' : undefined);

/** A plugin of Stryker, written out: one value of the kind that says what is left alone. */
export const strykerPlugins = [{ kind: 'Ignore', name: 'words-for-people', value: { shouldIgnore } }];
