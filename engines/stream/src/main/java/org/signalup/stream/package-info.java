/** Messages of a Kafka topic as sample files, by Spark Structured Streaming. Starting point: {@link org.signalup.stream.KafkaTopics}. */
package org.signalup.stream;
