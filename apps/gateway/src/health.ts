import { Inject, Injectable } from '@nestjs/common';
import { Patient, type RetryCounters } from './partnerships/patience.js';
import { partnershipWorkflows, type PartnershipWorkflows } from './partnerships/workflows.port.js';

/** Injection token: where clients read, or null. */
export const readsUrl = Symbol('ReadsUrl');

export interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly temporal: { readonly reachable: boolean };
  /** Since this gateway began. Retries that succeeded are visible here only. */
  readonly retries: Readonly<RetryCounters>;
  readonly reads: string | null;
}

@Injectable()
export class HealthCheck {
  constructor(
    @Inject(partnershipWorkflows) private readonly workflows: PartnershipWorkflows,
    @Inject(Patient) private readonly patient: Patient,
    @Inject(readsUrl) private readonly reads: string | null,
  ) {}

  async now(): Promise<Health> {
    const reachable = await this.workflows.reachable();
    return { status: reachable ? 'ok' : 'unavailable', temporal: { reachable }, retries: { ...this.patient.counters }, reads: this.reads };
  }
}
