import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the topology names one partition with a leader',
  rule: 'Clients take it as a sign of readiness.',
  async run(z) {
    const answer = await z.call('Topology');
    z.equal([answer.clusterSize, answer.partitionsCount, answer.replicationFactor], [1, 1, 1]);
    z.equal(
      answer.brokers[0].partitions.map((each: { partitionId: number; role: number; health: number }) => [
        each.partitionId,
        each.role,
        each.health,
      ]),
      [[1, 0, 0]],
    );
    z.ok(/^8\.5\./.test(answer.gatewayVersion), `version ${answer.gatewayVersion}`);
  },
};
