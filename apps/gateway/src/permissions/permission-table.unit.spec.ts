import { commands, commandTypes, type CommandType } from '@palabre/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeWorkflows } from '../testing/fake-workflows.js';
import { gatewayOnTrial, type GatewayOnTrial } from '../testing/gateway-on-trial.js';
import { permissionAxes, permissionTable, permissionVerdict } from './permission-table.js';

describe('the permission table', () => {
  it('has one row for each command, with requirements, at least one role and one side', () => {
    expect(permissionTable().map(row => row.command)).toEqual(commandTypes);
    for (const row of permissionTable()) {
      expect(row.roles.length, row.command).toBeGreaterThan(0);
      expect(row.sides.length, row.command).toBeGreaterThan(0);
      expect(row.requirements.length, row.command).toBeGreaterThan(0);
    }
  });

  it('C-08: what one side may ask the other may ask, but for what opens a file and what the host alone sources', () => {
    const oneSided = permissionTable().filter(row => row.sides.length === 1);
    const partnerAlone = oneSided.filter(row => row.sides[0] === 'partner').map(row => row.command);
    expect(partnerAlone, 'the wish about who leads is asked of the partner (ALE-35)').toEqual(['StateLeadershipPreference']);
    expect(permissionVerdict('partner-representative', 'ContestText', 'partner')).toBe('allowed');
    expect(permissionVerdict('hq-ops', 'ContestText', 'host')).toBe('allowed');
  });

  it('nobody acts in a file of others, and who only looks may ask for nothing', () => {
    for (const command of commandTypes) {
      for (const role of permissionAxes.roles) expect(permissionVerdict(role, command, 'stranger')).not.toBe('allowed');
      for (const relation of permissionAxes.relations) {
        expect(permissionVerdict('auditor', command, relation)).toBe('refused');
        expect(permissionVerdict('operator', command, relation)).toBe('refused');
        expect(permissionVerdict('respondent', command, relation)).toBe('refused');
      }
    }
  });
});

describe('permissions as the gateway keeps them', () => {
  let gateway: GatewayOnTrial;
  const workflows = new FakeWorkflows();

  beforeAll(async () => {
    gateway = await gatewayOnTrial({ workflows });
  });

  afterAll(() => gateway.stop());

  const statusFor = async (type: CommandType, roles: (typeof permissionAxes.roles)[number][], person = 'person-1') => {
    const url = type === 'OpenPartnership' ? '/v1/partnerships' : '/v1/partnerships/file-1/commands';
    const answer = await gateway.ask({ url, body: { id: 'c', type, data: null }, roles, person });
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code };
  };

  it('opening: 403 with rule PERMISSION exactly where the table says so', async () => {
    for (const role of permissionAxes.roles) {
      const allowed = commands.OpenPartnership.by.roles.includes(role);
      expect(await statusFor('OpenPartnership', [role]), role).toEqual(
        allowed ? { status: 422, code: 'invalid-data' } : { status: 403, code: 'not-permitted' },
      );
    }
    expect(workflows.forwarded).toEqual([]);
  });

  it('one fitting role among several is enough', async () => {
    expect(await statusFor('OpenPartnership', ['auditor', 'hq-ops'])).toMatchObject({ code: 'invalid-data' });
  });

  it('HFA-15: in a file every request goes on to the partnership, which alone can record that it refused a member', async () => {
    const answer = await gateway.ask({
      url: '/v1/partnerships/file-1/commands',
      body: { id: 'c-forwarded', type: 'DesignateOfficer', data: { person: 'person-9', isPresident: false } },
      roles: ['country-team'],
    });
    expect(answer.statusCode).not.toBe(403);
    expect(workflows.forwarded.map(command => command.type)).toEqual(['DesignateOfficer']);
  });
});
