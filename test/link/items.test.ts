// Words to categories: what is meant, what only looks like it, and what can't be placed.
import { describe, expect, it } from 'vitest';
import { compileItems, indexItems } from '../../src/knowledge/items.ts';
import { knowledgeDir } from './law-fixture.ts';

const items = indexItems(compileItems(`${knowledgeDir}/items`, knowledgeDir));

describe('items', () => {
  it.each([
    ['artillery shells', 'artillery-ammunition'],
    ['155mm artillery shells', 'artillery-ammunition'],
    ['high-precision weapons', 'precision-weapons'],
    ['F-16 fighter jets', 'combat-aircraft'],
    ['HIMARS rocket launchers', 'rocket-artillery'],
    ['Patriot missiles', 'air-defence'],
    ['Shahed-136 drones', 'loitering-munitions'],
    ['two Leopard 2 tanks', 'battle-tanks'],
    ['spare parts for tanks', 'battle-tanks'],
    ['barrels of crude oil', 'crude-oil'],
    ['50,000 tons of coal', 'coal'],
    ['small arms and light weapons', 'salw'],
    ['missiles with a range of 300 km', 'missiles'],
    ['luxury cars', 'luxury-goods'],
    ['a shipment of rifles', 'small-arms'],
    ['lead', 'lead'],
    ['S-300', 'air-defence'],
    ['water pistols', 'consumer-goods'],
    ['toy guns', 'consumer-goods'],
    ['tear gas', 'chemicals'],
    ['rice cookers', null],
    ['arms control agreement', null],
    ['flying carpets', null],
    ['artificial intelligence', null],
    ['think tank', null],
    ['', null],
  ])('%s: %s', (text, category) => {
    expect(items.classify(text)?.category ?? null).toBe(category);
  });

  it('finds the longest words in lemmas, however they were split', () => {
    expect(items.match(['supply', 'artillery', 'shell'], 1)).toEqual({
      category: 'artillery-ammunition',
      length: 2,
    });
    expect(items.match(['high', '-', 'precision', 'weapon'], 0)).toEqual({
      category: 'precision-weapons',
      length: 4,
    });
    expect(items.match(['F', '-', '16'], 0)).toEqual({ category: 'combat-aircraft', length: 3 });
    expect(items.match(['F-16'], 0)).toEqual({ category: 'combat-aircraft', length: 1 });
  });

  it('takes written forms for words that are plural only', () => {
    expect(items.match(['arm'], 0)).toBeNull();
    expect(items.match(['arm'], 0, ['arms'])).toEqual({ category: 'arms', length: 1 });
  });

  it('leaves phrases that mean something else alone, from within too', () => {
    expect(items.match(['think', 'tank'], 0)).toBeNull();
    expect(items.match(['think', 'tank'], 1)).toBeNull();
    expect(items.match(['greenhouse', 'gas'], 1)).toBeNull();
  });

  it('knows kinds: an artillery shell is ammunition and arms', () => {
    expect(items.isA('artillery-ammunition', 'ammunition')).toBe(true);
    expect(items.isA('artillery-ammunition', 'arms')).toBe(true);
    expect(items.isA('arms', 'artillery-ammunition')).toBe(false);
    expect(items.below('ammunition')).toContain('artillery-ammunition');
  });
});
