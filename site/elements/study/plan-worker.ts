/** The worker of the schedule pages: questions in, plans out. It keeps nothing and reads nothing. */
import { answerTo, type PlanTask } from '../../state/planning.ts';

addEventListener('message', (event) => {
  const task: PlanTask = event.data;
  postMessage(answerTo(task));
});
