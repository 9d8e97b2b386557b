/**
 * A chain of hashed entries, whatever they hold: how an entry becomes a hash, and how a chain is checked. Plain Java
 * apart from the SM3 digest, so that the stand-alone verifier runs the same code.
 */
@Version("1.0.0")
@Export
package org.jutong.audit.chain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
