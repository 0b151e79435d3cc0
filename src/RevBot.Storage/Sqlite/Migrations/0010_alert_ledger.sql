-- What becomes of an alert: why it is quiet, what its card shows, when it was over, who said that it was of no use.
ALTER TABLE alert_marks ADD COLUMN snooze_reason TEXT;
ALTER TABLE alert_marks ADD COLUMN shown TEXT;
ALTER TABLE alert_marks ADD COLUMN ended_at INTEGER;
ALTER TABLE alert_marks ADD COLUMN not_useful_by TEXT;

-- Every card is named by its subject alone now.
UPDATE alert_marks SET card_key = 'stalled-deal:' || substr(card_key, 7) WHERE card_key LIKE 'stall:%';
UPDATE live_cards SET card_key = 'stalled-deal:' || substr(card_key, 7) WHERE card_key LIKE 'stall:%';

-- When those without a card were over was not kept; at the earliest when they were told.
UPDATE alert_marks SET ended_at = told_at
WHERE card_key IS NULL AND told_at IS NOT NULL AND kind IN ('stalled-deal', 'slow-stage', 'close-date-passed', 'criteria-missing', 'no-next-step', 'no-activity');
