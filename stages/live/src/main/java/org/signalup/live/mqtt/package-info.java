/** Messages of a broker: Network Survey publishes what it hears. Starting point: {@link org.signalup.live.mqtt.MqttIntake}. */
package org.signalup.live.mqtt;
