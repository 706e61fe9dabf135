/** The part of oidc-provider (which brings no types) that the local identity provider uses. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
  import type { JWK } from 'jose';

  export interface ClientMetadata {
    client_id: string;
    client_secret?: string;
    client_name?: string;
    application_type?: 'web' | 'native';
    token_endpoint_auth_method: 'client_secret_basic' | 'client_secret_post' | 'none';
    grant_types: string[];
    response_types: string[];
    redirect_uris: string[];
    post_logout_redirect_uris?: string[];
  }

  export interface IssuedToken {
    readonly kind: string;
    readonly clientId?: string;
    readonly accountId?: string;
  }

  export interface ResourceServerInfo {
    scope: string;
    audience: string;
    accessTokenFormat: 'jwt';
    accessTokenTTL: number;
    jwt: { sign: { alg: 'RS256' } };
  }

  export interface FoundAccount {
    accountId: string;
    claims(): { sub: string; [claim: string]: unknown };
  }

  export interface Configuration {
    clients: ClientMetadata[];
    jwks: { keys: JWK[] };
    cookies: { keys: string[] };
    features: {
      devInteractions: { enabled: boolean };
      clientCredentials: { enabled: boolean };
      resourceIndicators: {
        enabled: boolean;
        defaultResource(): string;
        useGrantedResource(): boolean;
        getResourceServerInfo(ctx: unknown, resource: string): ResourceServerInfo;
      };
    };
    claims: Record<string, string[]>;
    findAccount(ctx: unknown, id: string): FoundAccount | undefined;
    extraTokenClaims(ctx: unknown, token: IssuedToken): Record<string, unknown> | undefined;
    interactions: { url(ctx: unknown, interaction: { uid: string }): string };
    clientBasedCORS(ctx: unknown, origin: string): boolean;
    pkce: { required(): boolean };
    ttl: Record<string, number>;
    conformIdTokenClaims?: boolean;
    renderError?(ctx: { type: string; body: string }, out: { error: string; error_description?: string }): void;
  }

  export interface InteractionDetails {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, unknown>>;
    readonly grantId?: string;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (about: { accountId: string; clientId: string }) => Grant;
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string }; consent: { grantId: string } },
    ): Promise<void>;
    on(event: 'server_error', listener: (ctx: unknown, reason: Error) => void): this;
  }
}
