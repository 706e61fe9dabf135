import type { OpenApiDocument } from '@palabre/contracts';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { commandCatalogue, type CatalogueEntry } from './commands/command-catalogue.js';
import { streamCatalogue, type StreamCatalogueEntry } from './streams/stream-catalogue.js';
import { HealthCheck, type Health } from './health.js';
import { openApiDocument } from './openapi/document.js';

const openToAll = { openToAll: true };

/** What needs no token: how to use the gateway, and whether it works. */
@Controller('v1')
export class OpenToAllController {
  constructor(@Inject(HealthCheck) private readonly health: HealthCheck) {}

  @Get('commands')
  @RouteConfig(openToAll)
  commands(): { commands: readonly CatalogueEntry[]; streams: Readonly<Record<string, readonly StreamCatalogueEntry[]>> } {
    return { commands: commandCatalogue(), streams: streamCatalogue() };
  }

  @Get('openapi.json')
  @RouteConfig(openToAll)
  document(): OpenApiDocument {
    return openApiDocument();
  }

  @Get('health')
  @RouteConfig({ ...openToAll, rateLimit: false })
  async healthNow(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.health.now();
    reply.status(health.status === 'ok' ? 200 : 503);
    return health;
  }
}
