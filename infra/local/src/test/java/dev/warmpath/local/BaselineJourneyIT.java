package dev.warmpath.local;

import org.junit.jupiter.api.extension.ExtendWith;

/** The way of one customer with the naive twin; the whole of its contract is {@link BaselineContractIT}. */
@ExtendWith(BaselineRun.class)
class BaselineJourneyIT extends JourneyContract {}
