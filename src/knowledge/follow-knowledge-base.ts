import { currentGeneration } from './generations.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { openKnowledgeBase } from './open-knowledge-base.ts';

/** The right to read a knowledge base until `release` is called, once. */
export type KnowledgeLease = { knowledge: KnowledgeBase; release: () => void };

/** Hands out the generation in use, question by question. */
export type KnowledgeSource = {
  lease(): Promise<KnowledgeLease>;
  close(): void;
};

type Held = { knowledge: KnowledgeBase; leases: number; isRetired: boolean };

/**
 * Follows the index of a folder: each lease is on the generation in use at that moment, and an old generation
 * is closed when its last lease ends. A new generation that cannot be opened leaves the old one in use;
 * `onError` is told. @param first an open knowledge base of that folder, closed by this source.
 */
export function followKnowledgeBase(
  indexDir: string,
  first: KnowledgeBase,
  onError: (error: unknown) => void,
): KnowledgeSource {
  let held: Held = { knowledge: first, leases: 0, isRetired: false };
  let failed = '';

  const retire = (old: Held): void => {
    old.isRetired = true;
    if (old.leases === 0) old.knowledge.close();
  };
  const refresh = async (): Promise<void> => {
    const generation = await currentGeneration(indexDir);
    if (generation === null || generation === held.knowledge.generation || generation === failed) return;
    try {
      const next = await openKnowledgeBase(indexDir);
      if (next === null) return;
      if (next.generation === held.knowledge.generation) return next.close();
      retire(held);
      held = { knowledge: next, leases: 0, isRetired: false };
    } catch (error) {
      failed = generation;
      onError(error);
    }
  };
  return {
    lease: async () => {
      await refresh();
      const leased = held;
      leased.leases += 1;
      return {
        knowledge: leased.knowledge,
        release: () => {
          leased.leases -= 1;
          if (leased.isRetired && leased.leases === 0) leased.knowledge.close();
        },
      };
    },
    close: () => retire(held),
  };
}
