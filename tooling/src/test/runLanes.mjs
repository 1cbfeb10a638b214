/**
 * Runs several lanes at once, each its own tasks one after another. Outputs are not mixed: the
 * first lane's is shown as it comes, the next one's from when the first has ended.
 */

/**
 * @template T
 * @param {((write: (text: string) => void) => Promise<T>)[][]} lanes
 * @param {(text: string) => void} show
 * @returns {Promise<T[]>} by lane and task
 */
export async function runLanes(lanes, show) {
  const outputs = lanes.map(() => ({ kept: [], isOver: false }));
  let shown = 0;
  const write = (lane, text) => {
    if (lane === shown) show(text);
    else outputs[lane].kept.push(text);
  };
  const end = (lane) => {
    outputs[lane].isOver = true;
    while (outputs[shown]?.isOver) {
      shown += 1;
      const text = outputs[shown]?.kept.splice(0).join('');
      if (text) show(text);
    }
  };
  const runs = lanes.map(async (tasks, lane) => {
    const results = [];
    try {
      for (const task of tasks) results.push(await task((text) => write(lane, text)));
    } finally {
      end(lane);
    }
    return results;
  });
  return (await Promise.all(runs)).flat();
}
