package dev.rapport.models.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes visits, several at a time; what went wrong is told and left out. */
final class Visits {
    private Visits() {}

    /** What {@code make} gave for each place of the plan, in the plan's order; {@code told} puts one into a line of news. */
    static <P, T> List<T> make(
            List<P> plan,
            int parallel,
            Function<P, T> make,
            Function<P, String> name,
            Function<T, String> told,
            Consumer<String> news) {
        Semaphore places = new Semaphore(parallel);
        List<T> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (P planned : plan) {
                running.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return make.apply(planned);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (int i = 0; i < running.size(); i++) {
                try {
                    T visit = running.get(i).get();
                    made.add(visit);
                    news.accept(String.format("%4d/%d %s", i + 1, plan.size(), told.apply(visit)));
                } catch (ExecutionException e) {
                    news.accept("left out " + name.apply(plan.get(i)) + ": "
                            + (e.getCause() == null ? e : e.getCause().getMessage()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CorpusException("the recording was interrupted");
        }
        return made;
    }
}
