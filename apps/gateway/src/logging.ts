import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Settings } from './environment.js';

/** Structured log of the gateway, on the standard error stream: the standard output carries the READY line alone. */
export const gatewayLog = (level: Settings['logLevel']): Logger => pino({ level, base: { process: 'gateway' } }, pino.destination(2));

/** Nest's own messages in our log. They name modules and routes, never a value of a request. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Logger) {}

  log(message: unknown): void {
    this.out.debug(String(message));
  }

  warn(message: unknown): void {
    this.out.warn(String(message));
  }

  error(message: unknown): void {
    this.out.error(String(message));
  }
}
