import { Module, type DynamicModule } from '@nestjs/common';
import { HealthCheck, readsUrl } from './health.js';
import { OpenToAllController } from './open-to-all.controller.js';
import { PartnershipDesk } from './partnerships/partnership-desk.js';
import { PartnershipsController } from './partnerships/partnerships.controller.js';
import { newCounters, Patient, type Patience } from './partnerships/patience.js';
import { partnershipWorkflows, type PartnershipWorkflows } from './partnerships/workflows.port.js';
import { policyFor, type PolicyFor } from './policies/policies.js';
import { CampaignController } from './streams/campaign.controller.js';
import { settingsFor, type SettingsFor } from './streams/settings.js';
import { streamControllers } from './streams/stream.controllers.js';
import { StreamDesk } from './streams/stream-desk.js';
import { streamWorkflows, type StreamWorkflows } from './streams/stream-workflows.port.js';

/** What the gateway is made of; tests bring their own parts. */
export interface GatewayParts {
  readonly workflows: PartnershipWorkflows;
  readonly streams: StreamWorkflows;
  readonly policies: PolicyFor;
  readonly settings: SettingsFor;
  readonly patience: Patience;
  readonly readsUrl: string | null;
}

@Module({})
export class GatewayModule {
  static of(parts: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [PartnershipsController, ...streamControllers, CampaignController, OpenToAllController],
      providers: [
        { provide: partnershipWorkflows, useValue: parts.workflows },
        { provide: streamWorkflows, useValue: parts.streams },
        { provide: policyFor, useValue: parts.policies },
        { provide: settingsFor, useValue: parts.settings },
        { provide: readsUrl, useValue: parts.readsUrl },
        { provide: Patient, useFactory: () => new Patient(parts.patience, newCounters()) },
        PartnershipDesk,
        StreamDesk,
        HealthCheck,
      ],
    };
  }
}
