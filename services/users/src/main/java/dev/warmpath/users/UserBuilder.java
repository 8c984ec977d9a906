package dev.warmpath.users;

import java.time.Instant;

/** Lets the table schema fill a {@link User} attribute by attribute. */
final class UserBuilder {
    private String userId;
    private String email;
    private String name;
    private Status status;
    private Instant createdAt;
    private Instant updatedAt;
    private Long version;

    void userId(String userId) {
        this.userId = userId;
    }

    void email(String email) {
        this.email = email;
    }

    void name(String name) {
        this.name = name;
    }

    void status(Status status) {
        this.status = status;
    }

    void createdAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    void updatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt;
    }

    void version(Long version) {
        this.version = version;
    }

    User build() {
        return new User(userId, email, name, status, createdAt, updatedAt, version);
    }
}
