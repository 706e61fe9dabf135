import { proxySinks, type Sinks, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

interface RecorderSinks extends Sinks {
  activityRecorder: { asked(type: string, input: unknown[]): void };
}

const { activityRecorder } = proxySinks<RecorderSinks>();

/** Tells the outside which activities workflow code asks for, and with what: replay itself looks at their names only. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      scheduleActivity(input, next) {
        activityRecorder.asked(input.activityType, input.args);
        return next(input);
      },
    },
  ],
});
