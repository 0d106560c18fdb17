/** Turns to and fro on one axis; true when a move comes back at least `leg` px from the farthest point reached. */
export const turner = (leg: number): ((position: number) => boolean) => {
  let farthest = 0;
  let direction = 1;
  return (position) => {
    const ahead = (position - farthest) * direction;
    if (ahead >= 0) farthest = position;
    if (ahead > -leg) return false;
    direction = -direction;
    farthest = position;
    return true;
  };
};

/** True at the `count`th time within `span` ms; what goes on after that is the same incident, until `span` ms of rest. */
export const often = (count: number, span: number): ((at: number) => boolean) => {
  const times = new Float64Array(count).fill(-span);
  let next = 0;
  let restUntil = 0;
  return (at) => {
    times[next++ % count] = at;
    if (at - times[next % count]! >= span) return false;
    const fresh = at >= restUntil;
    restUntil = at + span;
    return fresh;
  };
};
