import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { healthMonitor } from '../reading/tokens.js';
import type { HealthMonitor } from './health-monitor.js';

/** Open to everybody: figures only, nothing about any partnership. */
@Controller()
export class HealthController {
  constructor(@Inject(healthMonitor) private readonly monitor: HealthMonitor) {}

  @Get(['health', 'v1/health'])
  async health(@Res() reply: FastifyReply): Promise<void> {
    const health = await this.monitor.report();
    await reply.status(health.status === 'unhealthy' ? 503 : 200).send(health);
  }
}
