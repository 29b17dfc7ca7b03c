/** The planner of a schedule page: a worker of its own. The bundler finds the worker's file by this very form of words. */
import { type Planner, plannerOf } from '../../state/planner.ts';

export function startPlanner(): Planner {
  return plannerOf(
    () => new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' }),
    async () => (await import('../../state/planning.ts')).planned,
  );
}
