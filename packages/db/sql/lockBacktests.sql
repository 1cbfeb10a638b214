-- Until the transaction ends nobody else begins a backtest, or asks for one.
SELECT pg_advisory_xact_lock(hashtext('trove.backtest_run'))
