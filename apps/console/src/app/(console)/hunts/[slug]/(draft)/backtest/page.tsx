import type { Metadata } from 'next';
import { BacktestScreen } from '../../../../../../features/backtest/BacktestScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Backtest' };

export default pageFor('design', () => <BacktestScreen />);
