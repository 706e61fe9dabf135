import { Module, type DynamicModule } from '@nestjs/common';
import { HealthCheck, readsUrl } from './health/health.js';
import { OpenToAllController } from './open-to-all.controller.js';
import { PartnershipDesk } from './partnerships/partnership-desk.js';
import { PartnershipsController } from './partnerships/partnerships.controller.js';
import { newCounters, Patient, type Patience } from './partnerships/patience.js';
import { partnershipWorkflows, type PartnershipWorkflows } from './partnerships/workflows.port.js';
import { policyFor, type PolicyFor } from './policies/policies.js';

/** What the gateway is made of; tests bring their own parts. */
export interface GatewayParts {
  readonly workflows: PartnershipWorkflows;
  readonly policies: PolicyFor;
  readonly patience: Patience;
  readonly readsUrl: string | null;
}

@Module({})
export class GatewayModule {
  static of(parts: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [PartnershipsController, OpenToAllController],
      providers: [
        { provide: partnershipWorkflows, useValue: parts.workflows },
        { provide: policyFor, useValue: parts.policies },
        { provide: readsUrl, useValue: parts.readsUrl },
        { provide: Patient, useFactory: () => new Patient(parts.patience, newCounters()) },
        PartnershipDesk,
        HealthCheck,
      ],
    };
  }
}
