/** The journal on an Apache Kafka topic, for several ingest nodes. */
@NullMarked
package dev.rapport.server.kafka;

import org.jspecify.annotations.NullMarked;
