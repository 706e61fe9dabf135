/** Who an event names as its actor when nobody asked: Palabre itself, at a deadline or when it settles what follows. */
export const engineActor = 'palabre';
