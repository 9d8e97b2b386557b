package org.jutong.runtime;

import org.osgi.annotation.versioning.ConsumerType;

/** A part of the platform that must finish before the platform is ready, as an OSGi service. Thread-safe. */
@ConsumerType
public interface BootStep {

    /** What it is doing, one short phrase in Chinese; shown while the platform starts. */
    String step();

    /** Whether it is done. */
    boolean ready();
}
