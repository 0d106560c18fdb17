package dev.rapport.server.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topic where there is none. */
final class Topic {
    /** As many nodes can share the work. */
    private static final int PARTITIONS = 6;

    private static final int ANSWER_MILLIS = 10_000;

    private Topic() {}

    static void ensure(KafkaAddress address) {
        try (Admin admin = admin(address)) {
            admin.createTopics(List.of(new NewTopic(address.topic(), Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        "the Kafka brokers at " + address.brokers() + " do not give the topic " + address.topic() + ": "
                                + (e.getCause() == null ? e : e.getCause()).getMessage(),
                        e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the topic " + address.topic(), e);
        }
    }

    static Admin admin(KafkaAddress address) {
        return Admin.create(
                address.with(Map.of("request.timeout.ms", ANSWER_MILLIS, "default.api.timeout.ms", ANSWER_MILLIS)));
    }
}
