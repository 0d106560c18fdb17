package dev.rapport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WidgetCostTest {
    @Test
    void thousandMicrosecondsASecondAreSixtyMillisecondsAMinute() {
        assertEquals(60, WidgetCost.NONE.and(500).and(1_500).and(1_000).millisAMinute(), 1e-9);
    }

    @Test
    void visitsWithoutASecondHaveNoSpread() {
        assertEquals(Optional.empty(), WidgetCost.spread(List.of(WidgetCost.NONE)));
    }

    @Test
    void theSpreadIsTheMiddleAndTheVisitThatPaysMoreThanNineteenOfTwenty() {
        List<WidgetCost> costs = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> WidgetCost.NONE.and(i * 1_000))
                .toList();
        assertEquals(Optional.of(new WidgetCost.Spread(20, 600, 1_140)), WidgetCost.spread(costs));
    }
}
