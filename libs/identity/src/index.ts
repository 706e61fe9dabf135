export { issuerKeys } from './issuer-keys.js';
export { bearerToken, TokenRefused, tokenReader, type TokenExpectations, type TokenFault } from './token.js';
