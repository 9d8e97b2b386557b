package org.jutong.persistence.internal.schema;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/** Shows Liquibase the files of one changelog and nothing else of the machine. */
final class ChangelogFiles extends AbstractResourceAccessor {

    private final Changelog changelog;

    ChangelogFiles(Changelog changelog) {
        this.changelog = changelog;
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        String folder = strip(path.endsWith("/") ? path : path + "/");
        return changelog.files().keySet().stream()
                .filter(file -> file.startsWith(folder))
                .filter(file -> recursive || file.indexOf('/', folder.length()) < 0)
                .map(file -> (Resource) new InMemory(file))
                .toList();
    }

    @Override
    public List<Resource> getAll(String path) {
        String file = strip(path);
        return changelog.files().containsKey(file) ? List.of(new InMemory(file)) : List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of(changelog.owner());
    }

    @Override
    public void close() {
        // nothing is open
    }

    private String strip(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        String prefix = changelog.owner() + "/";
        return plain.startsWith(prefix) ? plain.substring(prefix.length()) : plain;
    }

    private final class InMemory extends AbstractResource {

        private final String file;

        InMemory(String file) {
            super(changelog.owner() + "/" + file, URI.create("bundle://" + changelog.owner() + "/" + file));
            this.file = file;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(changelog.files().get(file));
        }

        @Override
        public boolean exists() {
            return changelog.files().containsKey(file);
        }

        @Override
        public Resource resolve(String other) {
            return new InMemory(strip(resolvePath(other)));
        }

        @Override
        public Resource resolveSibling(String other) {
            return new InMemory(strip(resolveSiblingPath(other)));
        }
    }
}
