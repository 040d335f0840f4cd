// Where the parties of the network stand: computed from a circle, so that the same data gives the same picture.
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { CountRow } from '../../src/records/index.ts';
import { colourOf } from './theme.ts';
import { countryName, splitDyad } from './words.ts';

export function layOutNetwork(rows: readonly CountRow[]): Graph {
  const graph = new Graph({ type: 'directed' });
  const edges = rows.filter(({ key }) => {
    const [actor, recipient] = splitDyad(key);
    return actor !== recipient; // what a party does to itself has no line to draw
  });
  const parties = [...new Set(edges.flatMap(({ key }) => splitDyad(key)))];
  parties.forEach((party, index) => {
    const angle = (2 * Math.PI * index) / parties.length;
    graph.addNode(party, { x: Math.cos(angle), y: Math.sin(angle), label: countryName(party), events: 0 });
  });
  for (const { key, count, conflict, cooperation } of edges) {
    const [actor, recipient] = splitDyad(key);
    const size = 1 + Math.log2(1 + count);
    const color = colourOf(conflict > cooperation ? '--mk' : '--mc');
    graph.addEdgeWithKey(key, actor, recipient, { size, weight: count, color });
    for (const party of [actor, recipient])
      graph.updateNodeAttribute(party, 'events', (before: number) => before + count);
  }
  const most = Math.max(1, ...parties.map((party) => graph.getNodeAttribute(party, 'events') as number));
  for (const party of parties) {
    const share = (graph.getNodeAttribute(party, 'events') as number) / most;
    graph.setNodeAttribute(party, 'size', 3 + 10 * Math.sqrt(share));
    // Parties without a code are words of the text: they stand back.
    graph.setNodeAttribute(party, 'color', colourOf(/^[A-Z]{3}$/.test(party) ? '--accent' : '--strong-line'));
  }
  forceAtlas2.assign(graph, {
    iterations: parties.length > 200 ? 100 : 200,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      gravity: 1.5,
      adjustSizes: false,
      // It pays for many parties only.
      barnesHutOptimize: parties.length > 300,
    },
  });
  return graph;
}
