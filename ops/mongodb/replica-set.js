// Makes the replica set of docker-compose.yml, or finds it made, and waits until it has a primary.
const members = ["mongodb1", "mongodb2", "mongodb3"].map((host, number) => ({ _id: number, host: `${host}:27017` }));
try {
  rs.status();
} catch (error) {
  if (error.codeName !== "NotYetInitialized") {
    throw error;
  }
  rs.initiate({ _id: "jdfwire", members });
}
while (!rs.status().members.some((member) => member.stateStr === "PRIMARY")) {
  sleep(500);
}
print("The replica set has a primary.");
